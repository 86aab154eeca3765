export * from './excelDates';
export * from './quantiles';
export * from './format';
export * from './editDistance';
