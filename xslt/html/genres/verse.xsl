<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Verse: stanzas, lines with their numbers and indents, and the parts of a line that speakers
    share.
  -->

  <!--
    Of the source's line numbers, every fifth is shown; a number that is not an integer, “5a”,
    always.
  -->
  <xsl:function name="f:fifth-number" as="element()?">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="number" select="string($line/@n)"/>
    <xsl:if test="$number ne '' and (if (matches($number, '^[0-9]{1,9}$'))
      then xs:integer($number) mod 5 eq 0 else true())">
      <xsl:sequence select="f:line-number($number)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:line-number" as="element()">
    <xsl:param name="number" as="xs:string"/>
    <span class="line-number added">{$number}<xsl:text> </xsl:text></span>
  </xsl:function>

  <xsl:variable name="fp:parts-of-line" as="map(xs:string, xs:string)"
    select="map{'M': 'middle-part', 'F': 'final-part'}"/>

  <xsl:template match="l" priority="1">
    <div class="{f:class(., ('l', $fp:parts-of-line(string(@part))))}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:sequence select="f:fifth-number(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="caesura" priority="1">
    <span class="caesura">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
