import { matchProduct, guideCard, retailCard } from '../../../src/engine/catalog';
import {
  IDENTITIES,
  identityOf,
  identityOfCode,
  identityOfFeature,
} from '../../../src/engine/catalog/identities';
import { normalizeName } from '../../../src/engine/catalog/names';

describe('the identities of products', () => {
  it('no name and no code means two products', () => {
    const names = IDENTITIES.flatMap(({ name, others }) =>
      [...new Set([name, ...others].map(normalizeName))].map((key) => `${key}`),
    );
    const codes = IDENTITIES.flatMap(({ codes: own }) => own);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each([
    ['Forma Design Collaboration', 'BIM Collaborate Pro'],
    ['Forma Data Management', 'Autodesk Docs'],
    ['Forma Build - 550', 'Autodesk Build'],
    ['Build - Unlimited', 'Autodesk Build'],
    ['Autodesk Forma Build 5000', 'Autodesk Build'],
    ['AutoCAD - including specialized toolsets 2026', 'AutoCAD'],
    ['Revit Architecture 2013', 'Revit'],
    ['AutoCAD Civil 3D 2018', 'Civil 3D'],
    ['ArchitectureEngineering&ConstructionCollection', 'AEC Collection'],
    ['Product Design & MFG Collection', 'PDM Collection'],
    ['Autodesk 3DS Max 2024', '3ds Max'],
    ['ShotGrid - Subscription', 'Flow Production Tracking'],
    ['Forge', 'Autodesk Platform Services'],
  ])('%s is %s', (text, name) => expect(identityOf(text)?.name).toBe(name));

  it('a renamed product is the row of every card that has it under its old name', () => {
    for (const card of [guideCard, retailCard]) {
      expect(matchProduct(card, 'Forma Design Collaboration')).toMatchObject({
        kind: 'row',
        name: 'BIM Collaborate Pro',
      });
      expect(matchProduct(card, 'Forma Data Management')).toMatchObject({
        kind: 'row',
        name: 'Autodesk Docs',
      });
    }
  });

  it('names that only look alike stay apart', () => {
    expect(identityOf('Revitt')).toBeUndefined();
    expect(identityOf('BIM Collaborate')?.name).toBe('BIM Collaborate');
    expect(identityOf('Revit LT')?.name).toBe('Revit LT');
    expect(identityOf('AutoCAD LT')?.name).toBe('AutoCAD LT');
  });

  it('a product line code and a FlexNet feature code name their product', () => {
    expect(identityOfCode('civ3d')?.name).toBe('Civil 3D');
    expect(identityOfCode('BLD550')).toBeUndefined();
    expect(identityOfFeature('87945RVT_2025_0F')?.name).toBe('Revit');
    expect(identityOfFeature('866333DSMAX_2017_0F')?.name).toBe('3ds Max');
    expect(identityOfFeature('64300ACD_T_F')?.name).toBe('AutoCAD');
    expect(identityOfFeature('64300ACD_F')?.name).toBe('AutoCAD');
    expect(identityOfFeature('88119CIV3D_2026_0F')?.name).toBe('Civil 3D');
    expect(identityOfFeature('88028ACAD_E_2026_0F')?.name).toBe('AutoCAD Electrical');
    expect(identityOfFeature('nonsense')).toBeUndefined();
  });
});
