/**
 * Content of an XML file that a browser would run is found, in any form; content that it only shows
 * is not.
 */
import { describe, expect, it } from 'vitest';
import { activeContent } from '../../pipeline/xml/active.ts';

const tei = (inside: string, before = '', on = ''): string =>
  `<?xml version="1.0"?>\n${before}<TEI xmlns="http://www.tei-c.org/ns/1.0"${on}>\n<text><body>${inside}</body></text></TEI>`;
const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

describe('found', () => {
  it.each([
    [
      'a script of HTML',
      tei(`<p><script xmlns="${HTML}">alert(1)</script></p>`),
      '<script> of HTML',
    ],
    [
      'with a prefix',
      tei(`<p><h:script>alert(1)</h:script></p>`, '', ` xmlns:h="${HTML}"`),
      '<script> of HTML',
    ],
    [
      'the namespace by a character reference',
      tei(`<x xmlns="http://www.w3.org/1999/xht&#109;l"/>`),
      '<x> of HTML',
    ],
    [
      'the namespace by an entity',
      tei('<x xmlns="http://www.w3.org/1999/&h;"/>', '<!DOCTYPE TEI [<!ENTITY h "xhtml">]>\n'),
      '<x> of HTML',
    ],
    [
      'any element of HTML',
      tei(`<iframe xmlns='${HTML}' src="https://example.org/"/>`),
      '<iframe> of HTML',
    ],
    [
      'a script of SVG',
      tei(`<svg xmlns="${SVG}"><script>alert(1)</script></svg>`),
      '<script> of SVG',
    ],
    [
      'what holds HTML in SVG',
      tei(`<s:svg xmlns:s="${SVG}"><s:foreignObject/></s:svg>`),
      '<foreignObject> of SVG',
    ],
    [
      'what changes an address',
      tei(`<svg xmlns="${SVG}"><animate attributeName="href"/></svg>`),
      '<animate> of SVG',
    ],
    ['a handler', tei(`<svg xmlns="${SVG}" onload="alert(1)"/>`), '@onload'],
    [
      'a handler over a line',
      tei(`<svg xmlns="${SVG}"><g ONCLICK\n =\n 'alert(1)'/></svg>`),
      '@ONCLICK',
    ],
    [
      'a link',
      tei(`<math xmlns="http://www.w3.org/1998/Math/MathML" href="java\tscript:alert(1)"/>`),
      '@href, which is a script',
    ],
    [
      'an address that is a script',
      tei('<ref target=" JavaScript:alert(1)">x</ref>'),
      '@target, which is a script',
    ],
    [
      'the same by references',
      tei('<ref target="&#106;avascript&#x3A;alert(1)">x</ref>'),
      '@target, which is a script',
    ],
    ['a page in an address', tei('<ptr target="data:text/html,x"/>'), '@target, which is a script'],
    [
      'a stylesheet',
      tei('<p/>', '<?xml-stylesheet type="text/xsl" href="x.xsl"?>\n'),
      '<?xml-stylesheet?>',
    ],
    [
      'an instruction among the declarations',
      tei('', '<!DOCTYPE TEI [<?xml-stylesheet href="x.xsl"?>]>\n'),
      'DOCTYPE',
    ],
    ['markup in an entity', tei('<p>&x;</p>', '<!DOCTYPE TEI [<!ENTITY x "<p/>">]>\n'), 'DOCTYPE'],
    [
      'the same by references',
      tei('<p>&x;</p>', '<!DOCTYPE TEI [<!ENTITY x "&#060;p/>">]>\n'),
      'DOCTYPE',
    ],
    [
      'an entity elsewhere',
      tei('<p>&x;</p>', '<!DOCTYPE TEI [<!ENTITY x SYSTEM "x.xml">]>\n'),
      'DOCTYPE',
    ],
    [
      'attributes by declaration',
      tei('<p/>', '<!DOCTYPE TEI [<!ATTLIST p xmlns CDATA "x">]>\n'),
      'DOCTYPE',
    ],
  ])('%s', (_name, text, what) => {
    expect(activeContent(text)?.what).toContain(what);
  });

  it('with its place', () => {
    const found = activeContent(tei(`<p>\n   <script xmlns="${HTML}">alert(1)</script></p>`));
    expect(found).toMatchObject({ line: 4 });
    expect(Math.abs((found?.column ?? 0) - 4)).toBeLessThan(10);
  });
});

describe('not found', () => {
  it.each([
    [
      'plain TEI',
      tei(
        '<p>the manuscript’s description: <ref target="https://example.org/javascript:x">x</ref></p>',
      ),
    ],
    ['a drawing', tei(`<svg xmlns="${SVG}"><g><path d="M0 0"/><use href="#a"/></g></svg>`)],
    [
      'a formula',
      tei(
        '<formula><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math></formula>',
      ),
    ],
    [
      'HTML that is only spoken of',
      tei(`<egXML xmlns="http://www.tei-c.org/ns/Examples">&lt;script xmlns="${HTML}"></egXML>`),
    ],
    [
      'HTML in a comment',
      tei(
        `<!-- <script xmlns="${HTML}"/> <?xml-stylesheet?> --><p><![CDATA[<script xmlns="${HTML}"/>]]></p>`,
      ),
    ],
    ['a DOCTYPE without declarations', tei('<p/>', '<!DOCTYPE TEI SYSTEM "tei.dtd">\n')],
    [
      'letters by name',
      tei(
        '<p>caf&eacute; &amp;</p>',
        '<!DOCTYPE TEI [<!ENTITY eacute "&#233;"> <!ENTITY d \'–\'>]>\n',
      ),
    ],
    ['a schema', tei('<p/>', '<?xml-model href="x.rng"?>\n')],
  ])('%s', (_name, text) => {
    expect(activeContent(text)).toBeUndefined();
  });
});
