/** A column of a block's table. */
export interface Column {
  readonly title: string;
  /** Numbers are set flush right. */
  readonly align?: 'left' | 'right';
}

/** A piece of a rendering, free of any format. */
export type Block =
  | {
      readonly kind: 'verdict';
      readonly outcome: 'pass' | 'fail' | 'undecided';
      readonly text: string;
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A drawing in a file beside the document. */
  | { readonly kind: 'image'; readonly file: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    };
