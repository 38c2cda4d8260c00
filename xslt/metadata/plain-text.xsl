<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:r="urn:siglum:reading" expand-text="yes"
  exclude-result-prefixes="#all">

  <!--
    The document as plain text, in the form that is read for encoding: a block a line, with an empty line between blocks; items behind a
    bullet; [Page N] where a page begins; a note's number at its anchor, and the notes at the end.
  -->

  <xsl:function name="f:plain-text" as="xs:string">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:sequence select="string-join(fp:plain-lines($blocks) ! (. || '&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:plain-lines" as="xs:string*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:for-each-group select="$blocks" group-adjacent="if (@kind eq 'line') then 'line' else local-name()">
      <xsl:variable name="close" select="current-grouping-key() = ('line', 'item', 'footnote', 'reading')"/>
      <xsl:if test="position() gt 1"><xsl:sequence select="''"/></xsl:if>
      <xsl:for-each select="current-group()">
        <xsl:variable name="lines" as="xs:string*">
          <xsl:apply-templates mode="m:plain" select="."/>
        </xsl:variable>
        <xsl:if test="position() gt 1 and not($close) and exists($lines)"><xsl:sequence select="''"/></xsl:if>
        <xsl:sequence select="$lines"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:mode name="m:plain" on-no-match="text-only-copy"/>

  <xsl:template mode="m:plain" match="r:block | r:reading" as="xs:string*">
    <xsl:sequence select="fp:plain-line(.)"/>
  </xsl:template>

  <xsl:template mode="m:plain" match="r:item" as="xs:string*">
    <xsl:sequence select="fp:hung(fp:plain-lines(*), '  ' || @marker || ' ', '    ')"/>
  </xsl:template>

  <xsl:template mode="m:plain" match="r:quote" as="xs:string*">
    <xsl:sequence select="fp:plain-lines(*)"/>
  </xsl:template>

  <xsl:template mode="m:plain" match="r:footnote" as="xs:string*">
    <xsl:sequence select="fp:hung(fp:plain-lines(*)[. ne ''], '  ' || @n || '. ', '     ')"/>
  </xsl:template>

  <xsl:template mode="m:plain" match="r:table" as="xs:string*">
    <xsl:for-each select="r:row">
      <xsl:sequence select="string-join(r:cell ! string-join(fp:plain-line(.), ' '), '&#9;')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Within a line -->

  <xsl:template mode="m:plain" match="r:note">{@n}</xsl:template>
  <xsl:template mode="m:plain" match="r:break"><xsl:text>&#10;</xsl:text></xsl:template>

  <!-- A page that begins within a word does not cut it in two. -->
  <xsl:template mode="m:plain" match="r:page">
    <xsl:text>[Page {@n}]</xsl:text>
    <xsl:if test="not(matches(preceding-sibling::node()[1][self::text()], '\S$'))"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:function name="fp:plain-line" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="parts" as="item()*">
      <xsl:apply-templates mode="m:plain" select="$block/node()"/>
    </xsl:variable>
    <xsl:sequence select="fp:tidy-lines(string-join($parts))"/>
  </xsl:function>

  <!-- The lines of a text that say something, without white space at their ends and doubled within. -->
  <xsl:function name="fp:tidy-lines" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="(if (contains($text, '&#10;')) then tokenize($text, '&#10;') else $text) ! normalize-space(.)[. ne '']"/>
  </xsl:function>

  <!-- The first line behind a marker, the others below its words; an empty line stays empty. -->
  <xsl:function name="fp:hung" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="marker" as="xs:string"/>
    <xsl:param name="below" as="xs:string"/>
    <xsl:sequence select="if (empty($lines)) then replace($marker, '\s+$', '') else $marker || head($lines)"/>
    <xsl:sequence select="tail($lines) ! (if (. eq '') then '' else $below || .)"/>
  </xsl:function>
</xsl:stylesheet>
