/**
 * Who a product is, whatever it costs: one name and everything else it is called. Rates and prices stand on rate cards only.
 */
export interface Identity {
  /** The name results show, and the cards use. */
  readonly name: string;
  /** Older and other names, as exports and seat data print them. */
  readonly others: readonly string[];
  /** Product line codes that a source pairs with the product. */
  readonly codes: readonly string[];
  /** The product it comes with: a toolset of AutoCAD. */
  readonly toolsetOf?: string;
}

export function identity(name: string, facts: Partial<Omit<Identity, 'name'>> = {}): Identity {
  return { name, others: [], codes: [], ...facts };
}
