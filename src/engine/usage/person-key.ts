/** A person's key or address in the form in which two are compared: case and outer spaces are ignored. */
export function personKey(name: string): string {
  return name.trim().toLowerCase();
}
