<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="no" exclude-result-prefixes="#all">

  <!--
    RIS (Research Information Systems, 2011): lines of "TAG  - value" that end with CR LF. Values have their white space folded, so that none
    can begin a line.
  -->
  <xsl:function name="f:ris" as="xs:string">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="archive" select="$reference?archive"/>
    <xsl:variable name="lines" as="xs:string*" select="(
      fp:line('TY', ('EBOOK'[$reference?whole], 'CHAP')[1]),
      $reference?authors ! fp:line('AU', f:inverted(.)),
      $reference?editors ! fp:line(('ED'[$reference?whole], 'A2')[1], f:inverted(.)),
      fp:line('TI', $reference?title),
      fp:line('T2', $reference?containerTitle),
      fp:line('PY', $reference?issued ! substring(., 1, 4)),
      fp:line('DA', $reference?issued ! fp:slashed(.)),
      fp:line('PB', $reference?publisher),
      fp:line('CY', $reference?place),
      fp:line('ET', $reference?version ! f:say('citation.version', map{'n': .})),
      fp:line('M3', $reference?genre),
      fp:line('DO', $reference?doi),
      fp:line('UR', $reference?url),
      fp:line('LA', $reference?language),
      fp:line('DB', $archive?name),
      fp:line('AV', string-join(($archive?collections?*, $archive?shelfmark), ', ')[. ne '']),
      fp:line('AB', $reference?abstract),
      ($reference?notes, $reference?licence ! string-join((?text, ?target), ' ')) ! fp:line('N1', .),
      'ER  - ')"/>
    <xsl:sequence select="string-join($lines ! (. || '&#13;&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:line" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="f:line($value)[. ne ''] ! ($tag || '  - ' || .)"/>
  </xsl:function>

  <!-- "2026/11/23/", with a place for each part of the date and for a word after it. -->
  <xsl:function name="fp:slashed" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:variable name="parts" select="tokenize($day, '-')"/>
    <xsl:sequence select="string-join(($parts[1], string($parts[2]), string($parts[3]), ''), '/')"/>
  </xsl:function>
</xsl:stylesheet>
