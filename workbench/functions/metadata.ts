/** functions.json as Excel reads it: only what calling needs. */
export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: 'scalar' | 'matrix';
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
  readonly result?: { readonly dimensionality?: 'scalar' | 'matrix' };
  readonly options?: { readonly requiresAddress?: boolean; readonly volatile?: boolean };
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionsFile {
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
}
