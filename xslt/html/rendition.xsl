<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    How the source looked, where that is said by words that are known: @rend, @rendition (“#indent1”, “simple:italic”) and @style become
    classes of the style sheet. What is not known stays in the TEI.
  -->

  <xsl:variable name="fp:renditions" as="map(xs:string, xs:string)" select="map{
    'center': 'centred', 'centered': 'centred', 'centre': 'centred', 'centred': 'centred', 'text-align:center': 'centred',
    'right': 'to-right', 'text-align:right': 'to-right',
    'indent': 'indent-1', 'indent1': 'indent-1', 'indent2': 'indent-2', 'indent3': 'indent-3', 'indent4': 'indent-4',
    'indent(1)': 'indent-1', 'indent(2)': 'indent-2', 'indent(3)': 'indent-3', 'indent(4)': 'indent-4',
    'italic': 'italic', 'italics': 'italic', 'font-style:italic': 'italic', 'bold': 'bold', 'font-weight:bold': 'bold',
    'underline': 'underlined', 'underlined': 'underlined', 'text-decoration:underline': 'underlined',
    'smallcaps': 'small-caps', 'small-caps': 'small-caps', 'sc': 'small-caps', 'font-variant:small-caps': 'small-caps',
    'spaced': 'letter-spaced', 'letterspace': 'letter-spaced', 'letterspaced': 'letter-spaced', 'gesperrt': 'letter-spaced'}"/>

  <!-- The classes, each once, in the order in which they are said. -->
  <xsl:function name="f:rendition" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="
      tokenize($element/@rend), tokenize($element/@rendition) ! replace(., '^(#|simple:)', ''),
      tokenize($element/@style, ';') ! replace(., '\s', '')"/>
    <xsl:sequence select="distinct-values($said ! $fp:renditions(lower-case(.)))"/>
  </xsl:function>

  <xsl:template match="hi[not(@rend)][exists(f:rendition(.))]" priority="1">
    <span class="{string-join(f:rendition(.), ' ')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
