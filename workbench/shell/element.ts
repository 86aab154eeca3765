/** Finds an element of the page by its id. @throws when index.html lacks it. */
export function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The workbench page has no element "${id}".`);
  return found as T;
}
