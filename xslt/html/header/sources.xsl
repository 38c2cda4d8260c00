<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Works and archival sources that the text cites, and references to other passages. -->

  <xsl:template match="bibl | biblStruct | biblFull | monogr | analytic | series">
    <span class="{string-join(('bibl', @type ! ('bibl-' || .), f:certainty(.)), ' ')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
      <xsl:for-each select="self::*[self::bibl or self::biblStruct] ! f:mark-between-works(.)"><span
        class="added">{.}</span></xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="title">
    <cite>
      <xsl:if test="@level = ('a', 'u')"><xsl:attribute name="class" select="'part'"/></xsl:if>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </cite>
  </xsl:template>

  <xsl:template match="idno">
    <span class="idno">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:mode name="m:unlinked" on-no-match="text-only-copy"/>
  <xsl:template mode="m:unlinked" match="tei:*[map:contains($f:fields, local-name())]"
    priority="-1">
    <xsl:for-each select="f:separator(.)[. ne '']"><span class="added">{.}</span></xsl:for-each>
    <xsl:apply-templates mode="m:unlinked"/>
  </xsl:template>
  <!-- What is pointed at keeps its anchor within a link too. -->
  <xsl:template mode="m:unlinked" match="tei:*[@xml:id]" priority="-0.5">
    <xsl:sequence select="f:place(.)"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template mode="m:unlinked" match="title">
    <cite>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates mode="m:unlinked"/>
    </cite>
  </xsl:template>
  <xsl:template mode="m:unlinked" match="
    hi | date | supplied | gap | unclear | foreign | note | lb | choice | graphic | figure | media
    | app | g
    | add | del | subst | sic | corr | orig | reg | abbr | expan | ex | emph | anchor | milestone
    | space">
    <xsl:apply-templates mode="m:text" select="."/>
  </xsl:template>
</xsl:stylesheet>
