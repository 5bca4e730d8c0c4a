/** A column of a block's table. */
export interface Column {
  readonly title: string;
  /** Numbers are set flush right. */
  readonly align?: 'left' | 'right';
  /** Whether a cell is to be copied, such as a name for `--set`: it is never cut. */
  readonly whole?: boolean;
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
