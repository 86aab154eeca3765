/** Settings as the workbook keeps them: JSON under a key, written by any version, so every value is looked at before it is used. */

/** What stands under a key; empty where there is nothing, or no object. */
export async function loadStored(context: Excel.RequestContext, key: string): Promise<StoredSettings> {
  const item = context.workbook.settings.getItemOrNullObject(key);
  item.load('value');
  await context.sync();
  return new StoredSettings(item.isNullObject ? null : parsed(item.value));
}

export async function saveStored(context: Excel.RequestContext, key: string, value: object): Promise<void> {
  context.workbook.settings.add(key, JSON.stringify(value));
  await context.sync();
}

/** Values by key; what is missing or of another kind is the fallback. */
export class StoredSettings {
  constructor(private readonly values: Readonly<Record<string, unknown>> | null) {}

  /** False when nothing was ever saved. */
  get saved(): boolean {
    return this.values !== null;
  }

  raw(key: string): unknown {
    return this.values?.[key];
  }

  number(key: string, fallback: number): number {
    return this.amount(key) ?? fallback;
  }

  /** A number, or null. */
  amount(key: string): number | null {
    const value = this.raw(key);
    return typeof value === 'number' ? value : null;
  }

  text(key: string): string | null {
    const value = this.raw(key);
    return typeof value === 'string' ? value : null;
  }

  flag(key: string): boolean {
    return this.raw(key) === true;
  }
}

function parsed(value: unknown): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(String(value));
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
