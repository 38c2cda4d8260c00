<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    The meta elements of a document's page: Highwire's citation_*, Dublin Core, and Zotero's own (z.*). Made after Zotero's
    "Embedded Metadata" and "RDF" translators, which make a book section of them:
      citation_inbook_title is the book (of citation_book_title they take "book" for a namespace), DC.type names the item's type;
      DC.coverage becomes the archive's location, z.* the field of that name;
      a lone author with a space on both sides of the comma would be divided into two, unless the space is one that does not break;
      an author without a comma loses its last word to the surname, so an office has one at its end.
  -->
  <xsl:function name="f:tags" as="map(xs:string, xs:string)*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="archive" select="$reference?archive"/>
    <xsl:variable name="keeping" select="string-join(($archive?collections?*, $archive?shelfmark), ', ')[. ne '']"/>
    <xsl:variable name="extra" select="($reference?written?range ! ('Original Date: ' || .), $reference?version ! ('Version: ' || .))"/>
    <xsl:sequence select="
      fp:tag('citation_title', $reference?title),
      fp:tag('citation_author', $reference?authors ! fp:tag-name(.)),
      fp:tag('citation_editor', $reference?editors ! fp:tag-name(.)),
      fp:tag('citation_inbook_title', $reference?containerTitle),
      fp:tag('citation_publisher', $reference?publisher),
      fp:tag('citation_publication_date', $reference?issued ! replace(., '-', '/')),
      fp:tag('citation_language', $reference?language),
      fp:tag('citation_doi', $reference?doi),
      fp:tag('citation_public_url', $reference?url),
      fp:tag('DC.title', $reference?title),
      fp:tag('DC.creator', $reference?authors ! f:inverted(.)),
      fp:tag('DC.type', 'bookSection'),
      fp:tag('DC.publisher', $reference?publisher),
      fp:tag('DC.date', $reference?written?range),
      fp:tag('DC.language', $reference?language),
      fp:tag('DC.identifier', ($reference?url, $reference?doi ! f:doi-address(.), $facts?uri[empty($reference?url)])),
      fp:tag('DC.source', $facts?print ! f:print-text(.)),
      fp:tag('DC.description', string-join($reference?notes, ' ')),
      fp:tag('DC.coverage', $keeping),
      fp:tag('DC.rights', $reference?licence?text),
      fp:tag('DCTERMS.created', $reference?written?edtf),
      fp:tag('DCTERMS.issued', $reference?issued),
      fp:tag('DCTERMS.spatial', $reference?writtenIn),
      fp:tag('DCTERMS.license', $reference?licence?target),
      fp:tag('DCTERMS.isPartOf', $f:edition?address),
      fp:tag('DCTERMS.provenance', $archive?text),
      fp:tag('z.archive', $archive?name),
      fp:tag('z.archiveLocation', $keeping),
      fp:tag('z.place', $reference?place),
      fp:tag('z.extra', string-join($extra, '&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:tag" as="map(xs:string, xs:string)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$values[. ne ''] ! map{'name': $name, 'content': .}"/>
  </xsl:function>

  <!-- "Read, Benjamin H."; "Paz Estenssoro, Víctor Manuel" with a no-break space in the surname; "Fox Jr., Edward J.", since a third part is dropped. -->
  <xsl:function name="fp:tag-name" as="xs:string">
    <xsl:param name="party" as="map(*)"/>
    <xsl:variable name="family" select="string-join((f:family($party), $party?suffix), ' ')"/>
    <xsl:sequence select="
      if (exists($party?family)) then string-join((if (contains($party?given, ' ')) then translate($family, ' ', '&#160;') else $family, $party?given), ', ')
      else if ($party?kind eq 'org' and contains($party?name, ' ') and not(contains($party?name, ','))) then $party?name || ','
      else $party?name"/>
  </xsl:function>
</xsl:stylesheet>
