import { identity, type Identity } from './identity';

/** Media, entertainment and visualisation. Names and codes as in `design`. */
export const MEDIA: readonly Identity[] = [
  identity('3ds Max', {
    others: ['3D Studio Max', '3ds Max - for Indie users', '3ds Max with Softimage', '3ds Max Design'],
    codes: ['3DSMAX', '3DSMXIU', '3DSMXS', 'MAXDES'],
  }),
  identity('3ds Max IO', { codes: ['MAXIO'] }),
  identity('Maya', { others: ['Maya - for Indie users', 'Maya with Softimage'], codes: ['MAYA', 'MAYAS'] }),
  identity('Maya IO', { codes: ['MAYAIO'] }),
  identity('Maya LT', { codes: ['MAYALT'] }),
  identity('MotionBuilder', { others: ['Motion Builder'], codes: ['MOBPRO'] }),
  identity('Mudbox', { codes: ['MBXPRO'] }),
  identity('Arnold', { codes: ['ARNOL'] }),
  identity('Flame', { codes: ['A250'] }),
  identity('Flame Premium', { codes: ['A280'] }),
  identity('Flame Assist', { codes: ['A350'] }),
  identity('Burn', { codes: ['C300'] }),
  identity('Flare', { codes: ['A400'] }),
  identity('Lustre', { codes: ['K100'] }),
  identity('Wiretap Gateway', { codes: ['WTGTWY'] }),
  identity('Flow Production Tracking', { others: ['ShotGrid', 'Shotgun', 'ShotGrid - Subscription'] }),
  identity('Flow Wedging'),
  identity('VRED Design', { codes: ['VRDDES'] }),
  identity('VRED Professional', { codes: ['VRDPRO'] }),
  identity('VRED Presenter', { codes: ['VRDPRS'] }),
  identity('VRED Server', { codes: ['VRDSRV'] }),
  identity('VRED Render Node', { others: ['RenderNode'], codes: ['RCMVRD'] }),
  identity('Alias AutoStudio', { others: ['Alias Automotive'], codes: ['ALAUST', 'AUTOST'] }),
  identity('Alias Concept', { codes: ['ALSCPT'] }),
  identity('Alias Design', { codes: ['DESNST'] }),
  identity('Alias Surface', { codes: ['SURFST'] }),
];
