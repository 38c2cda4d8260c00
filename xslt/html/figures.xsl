<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Figures: their words. Pictures are not carried by the edition; their address is. -->

  <xsl:template match="figure">
    <figure>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>

  <xsl:template match="p/figure[not(*[f:is-block(.)])] | cell/figure[not(*[f:is-block(.)])]" priority="1">
    <span class="figure">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="figDesc">
    <span class="figure-description"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="graphic[@url]">
    <xsl:variable name="address" select="f:address(@url, .)[matches(., '^https?:', 'i')]"/>
    <xsl:choose>
      <xsl:when test="$address"><a class="ref added" href="{$address}">{f:say('figure')}</a></xsl:when>
      <xsl:otherwise><span class="added">{f:say('figure')}</span></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="graphic/desc | media/desc">
    <span class="figure-description"><xsl:apply-templates/></span>
  </xsl:template>
</xsl:stylesheet>
