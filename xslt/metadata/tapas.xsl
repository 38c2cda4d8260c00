<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" exclude-result-prefixes="#all">

  <!--
    What TAPAS asks for in its forms (tapasproject.org; github.com/NEU-DSG/tapas_rails): a collection has a title and a description, a record
    a title, authors, contributors and a TEI file; support files (persons, places, organizations, ODD) are uploaded before the texts.
    One line a record, as CSV (RFC 4180).
  -->
  <xsl:function name="f:tapas" as="map(xs:string, xs:string)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="map{
      'collection': string-join((
        'Title: ' || string-join(($facts?title, $facts?subtitle), ': '), '',
        'Description: ' || string-join(($facts?description, $facts?sampling), ' ')), '&#10;') || '&#10;',
      'records': string-join((
        'file,type,title,authors,contributors',
        $f:files[.?kind eq 'authority' or ends-with(.?path, '.odd')] ! fp:row((.?path, 'support', string((.?title, .?path)[1]), '', '')),
        $f:files[.?kind eq 'document'] ! fp:tapas-record(., $facts)), '&#13;&#10;') || '&#13;&#10;'}"/>
  </xsl:function>

  <xsl:function name="fp:tapas-record" as="xs:string">
    <xsl:param name="file" as="map(*)"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="document" select="f:document-of($file, ())"/>
    <xsl:sequence select="fp:row((
      $file?path, 'primary', string($document?title),
      string-join($document?authors?* ! (.?inverted, .?name)[1], '; '),
      string-join(($facts?editors?*, $facts?contributors?*[not(.?wrote)]) ! (.?inverted, .?name)[1], '; ')))"/>
  </xsl:function>

  <xsl:function name="fp:row" as="xs:string">
    <xsl:param name="cells" as="xs:string*"/>
    <!-- A spreadsheet would compute what begins like a formula; with an apostrophe before it, it is words (OWASP, CSV injection). -->
    <xsl:variable name="words" select="$cells ! (if (matches(., '^\s*[=+@\-]')) then '''' || . else .)"/>
    <xsl:sequence select="string-join($words ! (if (matches(., '[&quot;,\r\n]')) then '&quot;' || replace(., '&quot;', '&quot;&quot;') || '&quot;' else .), ',')"/>
  </xsl:function>
</xsl:stylesheet>
