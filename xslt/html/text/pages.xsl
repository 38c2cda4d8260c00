<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The beginnings of pages, columns and lines. A page break is an address: it leads to itself and
    is in the margin.
  -->

  <xsl:template mode="m:text m:heading" match="pb">
    <xsl:variable name="number" select="@n[normalize-space() ne '']"/>
    <xsl:variable name="next" select="following-sibling::node()[1]"/>
    <xsl:variable name="next" select="if ($next[self::text()][normalize-space() eq ''])
      then following-sibling::node()[2] else $next"/>
    <a class="page added{' page-before-page'[$next[self::pb] or fp:begins-with-page($next)]}"
      aria-label="{if ($number) then f:say('page', map{'n': string($number)})
      else f:say('page.unnumbered')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="f:anchor(.)"><xsl:attribute name="href" select="'#'
        || ."/></xsl:for-each>
      <xsl:sequence select="f:within-word(.)"/>
      <span class="page-number">{($number, '|')[1]}</span>
    </a>
    <xsl:sequence select="f:pictured(.)"/>
  </xsl:template>

  <!-- A block that begins with the beginning of another page. -->
  <xsl:function name="fp:begins-with-page" as="xs:boolean">
    <xsl:param name="block" as="node()?"/>
    <xsl:variable name="first" select="
      $block[self::p or self::ab or self::div or self::lg or self::l or self::sp]
        /node()[self::* or normalize-space() ne ''][1]"/>
    <xsl:sequence select="exists($first)
      and (exists($first[self::pb]) or fp:begins-with-page($first))"/>
  </xsl:function>

  <xsl:template match="lb">
    <br><xsl:sequence select="f:identity(.), f:within-word(.)"/></br>
    <xsl:sequence select="f:pictured(.)"/>
  </xsl:template>

  <!-- A verse line ends anyway: a line break at its end, or between lines, has no effect. -->
  <xsl:template priority="2" match="l/lb[empty(following-sibling::node()[not(self::lb)]
    [self::* or normalize-space() ne ''][1])] | lg/lb | sp/lb">
    <xsl:if test="@xml:id"><span><xsl:sequence select="f:identity(.)"/></span></xsl:if>
    <xsl:if test="@n"><xsl:sequence select="f:fifth-number(.)"/></xsl:if>
  </xsl:template>

  <!-- The word continues, for the search (pipeline/publish/search/page-text.ts). -->
  <xsl:function name="f:within-word" as="attribute()?">
    <xsl:param name="break" as="element()"/>
    <xsl:if test="$break/@break = 'no'"><xsl:attribute name="data-break" select="'no'"/></xsl:if>
  </xsl:function>

  <xsl:template match="cb | gb | milestone">
    <span class="milestone added">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:variable name="unit" select="replace((@unit, local-name())[1], '^.*:', '')"/>
      <xsl:text>{f:say-or('milestone.' || $unit, $unit)}{' '[current()/@n]}{@n} </xsl:text>
    </span>
    <xsl:sequence select="f:pictured(.)"/>
  </xsl:template>

  <xsl:template match="milestone[@unit = 'section' or @rend = ('rule', 'asterisks')][empty(@n)]">
    <span class="rule added" role="presentation">⁂</span>
  </xsl:template>

  <!-- Running heads and page numbers of the print. -->
  <xsl:template match="fw">
    <span class="{f:class(., 'forme-work')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="anchor">
    <span><xsl:sequence select="f:identity(.)"/></span>
  </xsl:template>
</xsl:stylesheet>
