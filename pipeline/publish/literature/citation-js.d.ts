/** Types of the parts of Citation.js that are used; the package has no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(
        data: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ): unknown;
    };
  };
}

declare module '@citation-js/plugin-bibtex';
