<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
    default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Words that a witness does not have, since its text has not begun, has ended or has a gap
    (witStart, witEnd, lacunaStart, lacunaEnd). The view of that witness does not show them.
  -->

  <xsl:variable name="fp:limits" as="element()*" select="
    if (empty($f:apparatus)) then ()
    else f:texts(/)//(witStart | witEnd | lacunaStart | lacunaEnd)"/>

  <!-- The witnesses of a limit: its own, else those of the reading around it. -->
  <xsl:function name="fp:witnesses-of-limit" as="xs:string*">
    <xsl:param name="limit" as="element()"/>
    <xsl:sequence
      select="tokenize(($limit/@wit, $limit/ancestor::*[self::rdg or self::lem][1]/@wit)[1])"/>
  </xsl:function>

  <!-- The classes that hide a text from the witnesses of a limit: not-w3. -->
  <xsl:function name="fp:hiding" as="xs:string*">
    <xsl:param name="limit" as="element()"/>
    <xsl:sequence
      select="fp:witnesses-of-limit($limit) ! f:class-of-witness(.) ! ('not-' || .)"/>
  </xsl:function>

  <!-- The witnesses with the beginning of their text as first limit. -->
  <xsl:variable name="fp:not-begun" as="xs:string*">
    <xsl:for-each-group select="$fp:limits" group-by="fp:hiding(.)">
      <xsl:if test="current-group()[1][self::witStart or self::lacunaEnd]">
        <xsl:sequence select="current-grouping-key()"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- At each place of a text the classes of the witnesses that do not have it, computed once. -->
  <xsl:accumulator name="m:missing" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule match="text[empty(ancestor::text)]" select="$fp:not-begun"/>
    <xsl:accumulator-rule match="text//witEnd | text//lacunaStart"
      select="distinct-values(($value, fp:hiding(.)))"/>
    <xsl:accumulator-rule match="text//witStart | text//lacunaEnd"
      select="let $has := fp:hiding(.) return $value[not(. = $has)]"/>
  </xsl:accumulator>

  <!-- A reading names its own witnesses. -->
  <xsl:template priority="30" match="
    text()[exists($fp:limits)][normalize-space() ne ''][empty(ancestor::rdg | ancestor::note)]
    [exists(accumulator-before('m:missing'))]">
    <span class="{sort(accumulator-before('m:missing')) => string-join(' ')}">
      <xsl:next-match/></span>
  </xsl:template>
</xsl:stylesheet>
