export * from './excel-dates';
export * from './quantiles';
export * from './format';
export * from './edit-distance';
