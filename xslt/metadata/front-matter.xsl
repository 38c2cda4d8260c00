<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    What a document is cited by, before its Markdown: YAML between two lines of hyphens. Every value is in double quotes, in which YAML
    takes nothing for a mark but backslash and quotation mark; what is not known has no line.
  -->

  <xsl:function name="f:front-matter" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="print" select="$facts?print"/>
    <xsl:variable name="lines" as="xs:string*" select="
      fp:yaml('title', $facts?title),
      fp:yaml('number', $facts?n),
      fp:yaml('genre', $facts?genre),
      fp:yaml-list('author', $facts?authors?*?name),
      fp:yaml-list('recipient', $facts?recipients?*?name),
      fp:yaml('date', $facts?date?range),
      fp:yaml('date-in-words', $facts?date?text),
      fp:yaml('place', $facts?place?text),
      fp:yaml('edition', $f:edition?title),
      fp:yaml-list('editor', $facts?editors?*?name),
      fp:yaml('publisher', $facts?publisher),
      fp:yaml('issued', $facts?issued),
      fp:yaml('version', $facts?version),
      fp:yaml('print', string-join(($print?series, $print?subseries, $print?volume, $print?title, $print?pages?text), ', ')[. ne '']),
      fp:yaml-list('archive', $facts?archives?*?text),
      fp:yaml('doi', $facts?doi),
      fp:yaml('identifier', $facts?uri),
      fp:yaml('url', $facts?address),
      fp:yaml('tei', $facts?teiAddress),
      fp:yaml('licence', ($facts?licence?target, $facts?licence?text)[1]),
      fp:yaml-list('rights', $facts?rights?*),
      fp:yaml-list('language', $facts?languages?*)"/>
    <xsl:sequence select="string-join(('---', $lines, '---', '') ! (. || '&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:yaml" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value ! ($key || ': ' || fp:yaml-string(.))"/>
  </xsl:function>

  <xsl:function name="fp:yaml-list" as="xs:string*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$key[exists($values)] ! (. || ':'), $values ! ('  - ' || fp:yaml-string(.))"/>
  </xsl:function>

  <!-- One line; the characters that XML allows and YAML does not, or takes for the end of a line, are left out. -->
  <xsl:variable name="fp:unprintable" as="xs:string" select="codepoints-to-string((127 to 159, 8232, 8233, 65279))"/>
  <xsl:function name="fp:yaml-string" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="printable" select="translate(normalize-space($value), $fp:unprintable, '')"/>
    <xsl:variable name="escaped" select="if (translate($printable, '\&quot;', '') eq $printable) then $printable else replace($printable, '([\\&quot;])', '\\$1')"/>
    <xsl:sequence select="'&quot;' || $escaped || '&quot;'"/>
  </xsl:function>
</xsl:stylesheet>
