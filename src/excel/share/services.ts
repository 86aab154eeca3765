/** The Share step's services over the workbook that is open. */
import { writeChecks } from './checks-command';
import { freeze } from './freeze-command';
import { newPseudonymKey } from './pseudonym-key';
import { pseudonymise } from './pseudonymise-command';
import { restore } from './restore-command';
import { inspectShare } from './inspection';
import type { ShareServices } from '../contract/share';
import { withWorkbook } from '../host/session';
import { quietly } from '../host/workbook-events';

export function shareServices(): ShareServices {
  return {
    inspectShare: (onProgress, signal) =>
      withWorkbook((context) => inspectShare(context, onProgress, signal)),
    writeChecks: (signal) =>
      quietly(() => withWorkbook((context) => writeChecks(context, signal, new Date()))),
    freeze: (onProgress, signal) =>
      quietly(() => withWorkbook((context) => freeze(context, onProgress, signal, new Date()))),
    restore: (onProgress, signal) =>
      quietly(() => withWorkbook((context) => restore(context, onProgress, signal))),
    newPseudonymKey,
    pseudonymise: (choice, onProgress, signal) =>
      quietly(() => withWorkbook((context) => pseudonymise(context, choice, onProgress, signal))),
  };
}
