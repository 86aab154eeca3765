/** Events of the workbook, in the messages Microsoft's client understands. */
import type { Place } from './grid';
import type { EventMessage } from './wire';
import type { SheetEvent, WorkbookState } from './state';
import { EventKind } from './wire';
import { formatRect } from './address';

type Deliver = (message: EventMessage) => void;
const WORKBOOK = 'Workbook';

export class HostEvents {
  private readonly clients = new Set<Deliver>();
  private readonly documentSelection = new Set<() => void>();
  private pending: Promise<void> = Promise.resolve();

  constructor(private readonly state: WorkbookState) {
    state.onCells = (place) => this.cells(place, 'ThisLocalAddin');
    state.onSheet = (event) => this.sheet(event);
    state.grid.onChange((change) => {
      state.dirty = true;
      // The host announces its own writes itself.
      if (change.source === 'user') this.cells({ sheetId: change.sheetId, rect: change.rect }, 'Unknown');
    });
    state.grid.onSelection(() => this.selected());
  }

  listen(deliver: Deliver): () => void {
    this.clients.add(deliver);
    return () => this.clients.delete(deliver);
  }

  onDocumentSelection(handler: () => void): () => void {
    this.documentSelection.add(handler);
    return () => this.documentSelection.delete(handler);
  }

  /** Resolves once everything announced so far has been handed over. */
  async delivered(): Promise<void> {
    await this.pending;
  }

  /** Formulas of a sheet gave new values. The grid does not say when: whoever stands for the user does. */
  calculated(sheetId: string): void {
    this.send(EventKind.calculated, [sheetId, WORKBOOK], { worksheetId: sheetId, address: '' });
  }

  private cells(place: Place, triggerSource: string): void {
    if (!this.state.enableEvents || this.clients.size === 0) return;
    const referenceId = this.state.nextId('event');
    this.state.references.set(referenceId, place);
    this.send(EventKind.changed, [place.sheetId, WORKBOOK], {
      address: formatRect(place.rect),
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource,
      worksheetId: place.sheetId,
      referenceId,
      shiftDirection: 'None',
    });
  }

  private sheet(event: SheetEvent): void {
    const kinds: Readonly<Record<SheetEvent['kind'], number>> = {
      added: EventKind.sheetAdded,
      deleted: EventKind.sheetDeleted,
      renamed: EventKind.sheetRenamed,
      activated: EventKind.sheetActivated,
      deactivated: EventKind.sheetDeactivated,
    };
    this.send(kinds[event.kind], [event.sheetId, WORKBOOK], {
      worksheetId: event.sheetId,
      source: 'Local',
      triggerSource: 'ThisLocalAddin',
      ...event.detail,
    });
  }

  private selected(): void {
    const { sheetId, rect } = this.state.grid.selection();
    this.send(EventKind.selectionChanged, [sheetId, WORKBOOK], {
      address: formatRect(rect),
      worksheetId: sheetId,
    });
    if (!this.state.enableEvents) return;
    this.later(() => {
      for (const handler of this.documentSelection) handler();
    });
  }

  private send(
    messageType: number,
    targets: readonly string[],
    detail: Readonly<Record<string, string>>,
  ): void {
    if (!this.state.enableEvents) return;
    const message = JSON.stringify(detail);
    const entries = targets.map((targetId) => ({
      messageCategory: 65536 as const,
      messageType,
      targetId,
      message,
    }));
    this.later(() => {
      for (const deliver of this.clients) deliver({ entries });
    });
  }

  /** After the sync that caused it was answered, and in order. */
  private later(work: () => void): void {
    this.pending = this.pending.then(() => new Promise((resolve) => setTimeout(resolve, 0))).then(work);
  }
}
