<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    A description of a manuscript within a text, for example a catalogue (Guidelines 10): its parts
    as blocks, in their order.
  -->

  <xsl:template match="
      msDesc | msIdentifier | msContents | msItem | msItemStruct | msPart | msFrag | physDesc
      | objectDesc | supportDesc | support | layoutDesc | layout
    | handDesc | handNote | typeDesc | typeNote | scriptDesc | scriptNote | decoDesc | decoNote
    | bindingDesc | binding | sealDesc | accMat | additions | musicNotation
    | collation | foliation | condition | history | origin | provenance | acquisition | additional
    | adminInfo | recordHist | surrogates | custodialHist | summary | recordHist/source">
    <div class="{f:class(., ('description', local-name()))}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="repository | institution | collection | msName | altIdentifier | filiation
    | objectType">
    <span class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
