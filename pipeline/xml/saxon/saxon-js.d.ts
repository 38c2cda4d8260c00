/**
 * The part of saxon-js 2.7 that is used here. The package has no types; these follow its
 * documentation and were tested.
 */
declare module 'saxon-js' {
  /**
   * A node of saxon-js's own parser. Nodes of other libraries give silently wrong output and must
   * not be passed.
   */
  export interface XdmNode {
    readonly nodeName: string;
    readonly ownerDocument: XdmNode | null;
    /** Children in document order; of an element or a document. */
    readonly childNodes?: ArrayLike<XdmNode>;
    readonly nodeType: number;
  }

  export interface XPathOptions {
    readonly xpathDefaultNamespace?: string;
    readonly namespaceContext?: Readonly<Record<string, string>>;
    readonly params?: Readonly<Record<string, unknown>>;
    /** `xdm`: the items in saxon-js's own form, which only it can read. */
    readonly resultForm: 'array' | 'xdm';
  }

  export interface ResultDestination {
    readonly destination: 'serialized' | 'raw';
    save(uri: unknown, value: unknown): void;
  }

  export interface TransformOptions {
    /** A compiled stylesheet, as parsed from its JSON. */
    readonly stylesheetInternal: unknown;
    /** The static base URI of a relocatable stylesheet. */
    readonly stylesheetBaseURI?: string;
    readonly sourceNode?: XdmNode;
    /**
     * A plain object; a JavaScript `Map` is accepted and yields nothing. Names in a namespace are
     * `Q{uri}local`.
     */
    readonly stylesheetParams?: Readonly<Record<string, unknown>>;
    readonly initialMode?: string;
    readonly initialTemplate?: string;
    readonly destination: 'serialized' | 'document' | 'raw';
    readonly baseOutputURI?: string;
    deliverMessage?(message: XdmNode, code: string): void;
    deliverResultDocument?(uri: unknown): ResultDestination;
  }

  export interface TransformResult {
    readonly principalResult: unknown;
  }

  export function transform(options: TransformOptions): TransformResult;
  export function serialize(node: unknown, options?: Readonly<Record<string, unknown>>): string;
  export function getPlatform(): { parseXmlFromString(text: string): XdmNode };
  export function setLogLevel(level: number): void;
  export const XPath: {
    evaluate(xpath: string, context: XdmNode | null, options: XPathOptions): unknown[];
  };
  export function getProcessorInfo(): { readonly productVersion: string };

  const saxon: {
    transform: typeof transform;
    serialize: typeof serialize;
    getPlatform: typeof getPlatform;
    setLogLevel: typeof setLogLevel;
    getProcessorInfo: typeof getProcessorInfo;
    XPath: typeof XPath;
  };
  export default saxon;
}
