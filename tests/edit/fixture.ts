/**
 * A document with everything that makes editing hard, in a few lines: references, a comment, CDATA,
 * line ends of Windows, a prefix of another namespace, single quotation marks, notes, nested marks.
 */
export const TEI_FILE = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x" xml:id="d1" xml:lang="en">
  <teiHeader><fileDesc>
    <titleStmt><title>A letter</title><editor xml:id="ed"><persName>E. Ditor</persName></editor></titleStmt>
    <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>
  </fileDesc></teiHeader>
  <text>
    <body>
      <div type="document" xml:id="d1-document">
        <head xml:id="d1-head">To Mrs. Astor &amp; Co.<note n="1" place="foot" xml:id="d1-n1">By <hi rend="italic">W.</hi> Page, &lt;sic&gt;.</note></head>
        <p xml:id="d1-p1">On Monday <hi rend='italic'>Walter</hi> <hi>Hines <hi rend="bold">Page</hi></hi> came,\r
          with <persName ref='#p_x' resp="#siglum" cert="medium">Tommy&#x1F600;</persName> <!-- who? --> and<pb n="2" xml:id="d1-pb2"/> the
          Queen&#39;s <choice><sic>hous</sic><corr>house</corr></choice>. 𝒳 marks it<note n="2" place="foot" xml:id="d1-n2">A
          second note.</note>, he said.</p>
        <p xml:id="d1-p2">The second <x:odd>paragraph</x:odd> <![CDATA[<raw> & words]]> ends <date when="1914-08-04">4 August</date>.</p>
        <closer><salute>Yours</salute> <signed>W. H. P.</signed></closer>
      </div>
    </body>
  </text>
</TEI>
`;
