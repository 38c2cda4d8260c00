/** Namespaces of XML that several modules name. */

export const TEI = 'http://www.tei-c.org/ns/1.0';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XHTML = 'http://www.w3.org/1999/xhtml';
export const XINCLUDE = 'http://www.w3.org/2001/XInclude';
export const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema';
export const XSLT = 'http://www.w3.org/1999/XSL/Transform';
export const RELAX_NG = 'http://relaxng.org/ns/structure/1.0';
export const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
