/** Ribbon buttons. They run in the runtime the pane shares, so the pane shows what they do. */
import { announce } from '../excel/pane/command-notice';
import { segmentFromRibbon } from '../excel/pane/ribbon';

/** Runs Segment users with the settings of the workbook; progress and result are shown in the pane. */
async function segmentUsers(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    announce(await segmentFromRibbon(announce));
  } finally {
    event.completed();
  }
}

async function openPane(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}

// Outside Office (a browser tab) there is no ribbon to answer.
if (typeof Office !== 'undefined') {
  void Office.onReady(() => {
    Office.actions.associate('segmentUsers', segmentUsers);
    Office.actions.associate('openPane', openPane);
  });
}
