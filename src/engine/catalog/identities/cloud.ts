import { identity, type Identity } from './identity';

/** Cloud services, with the names of 24 March 2026, when Autodesk Construction Cloud became Forma; a size behind a name is its offering. */
export const CLOUD: readonly Identity[] = [
  identity('Autodesk Docs', {
    others: ['Forma Data Management', 'Docs', 'BIM 360 Docs', 'Docs for AEC Collection'],
  }),
  identity('Autodesk Build', {
    others: [
      'Forma Build',
      'Build',
      'Build - 550',
      'Build - 5000',
      'Build - Unlimited',
      'Forma Build 550',
      'Forma Build 5000',
      'Forma Build Unlimited',
      'Forma Build - 550',
      'Forma Build - 5000',
      'Forma Build - Unlimited',
    ],
  }),
  identity('BIM Collaborate Pro', {
    others: ['Forma Design Collaboration', 'BIM 360 Design', 'Collaboration for Revit', 'C4R'],
  }),
  identity('BIM Collaborate'),
  identity('Forma Takeoff', { others: ['Takeoff'] }),
  identity('Forma Site Design', { others: ['Forma', 'Spacemaker'] }),
  identity('Autodesk Construction Cloud', { others: ['ACC'] }),
  identity('Assemble Office'),
  identity('Autodesk Platform Services', {
    others: ['Forge', 'APS Free', 'APS Pay as you go', 'Platform Services', 'APS'],
  }),
  identity('Autodesk Validation Tool', { others: ['Validation Tool', 'AVT'] }),
  identity('Workshop XR'),
];
