/** The report model: results as sheet documents, and where a writer places them. */
export * from './address';
export * from './assumptions';
export * from './cell-text';
export * from './document';
export * from './formats';
export * from './formula';
export * from './layout';
export * from './marks';
export * from './palette';
export * from './product-totals';
export * from './rates-document';
export * from './segment-columns';
export * from './segment-fills';
export * from './segments-document';
export * from './summary-document';
export * from './summary-tables';
