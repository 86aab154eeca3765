/** Handlers of the workbook's events, registered together or not at all. */
type Registration = OfficeExtension.EventHandlerResult<unknown>;

export interface Listening {
  /** False where this Excel lacks one of the events. */
  readonly begun: Promise<boolean>;
  stop(): void;
}

export function listen(add: (workbook: Excel.Workbook) => readonly Registration[]): Listening {
  const registered = Excel.run(async (context) => {
    const registrations = add(context.workbook);
    await context.sync();
    return registrations;
  }).catch(() => []);
  return {
    begun: registered.then((registrations) => registrations.length > 0),
    stop: () => void registered.then(remove),
  };
}

async function remove(registrations: readonly Registration[]): Promise<void> {
  const first = registrations[0];
  if (first === undefined) return;
  await Excel.run(first.context as Excel.RequestContext, async (context) => {
    for (const registration of registrations) registration.remove();
    await context.sync();
  }).catch(() => undefined);
}
