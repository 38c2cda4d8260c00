<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Plays: characters and directions. Speeches, speakers and verses: see blocks.xsl and verse.xsl.
  -->

  <!-- A direction within a speech's words is inline. -->
  <xsl:template match="(p | l | ab | speaker | head | castItem)/stage" priority="1">
    <span class="{f:class(., 'stage')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Who acts, and whom: parts of a list. -->
  <xsl:template match="castItem" priority="1">
    <div class="{f:class(., 'castItem')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="role | roleDesc | actor" priority="1">
    <span class="{f:class(., local-name())}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
