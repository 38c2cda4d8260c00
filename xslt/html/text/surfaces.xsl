<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    A transcription by the surfaces of its source, for a file without another text (Guidelines
    12.1): surface, zone and line are blocks, in their order.
  -->

  <xsl:template match="
      TEI/sourceDoc | TEI/sourceDoc//surfaceGrp | TEI/sourceDoc//surface | TEI/sourceDoc//zone
      | TEI/sourceDoc//line
    | TEI/facsimile | TEI/facsimile//surfaceGrp | TEI/facsimile//surface | TEI/facsimile//zone
    | TEI/facsimile//line">
    <div class="{f:class(., local-name())}">
      <xsl:for-each select="@type"><xsl:attribute name="data-type" select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:if test="self::surface[@n]"><span class="page added"><span
        class="page-number">{@n}</span></span></xsl:if>
      <xsl:sequence select="self::surface[not(graphic)] ! f:pictured(.), self::line
        ! f:fifth-number(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Lines drawn around a zone. -->
  <xsl:template match="path[not(node())]">
    <xsl:sequence select="f:place(.)"/>
  </xsl:template>

  <xsl:template match="surface/desc | surface/label | surfaceGrp/desc | zone/desc | zone/label">
    <div class="figure-description"><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
