<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:m="urn:siglum:mode" exclude-result-prefixes="#all">

  <!--
    The number of each element in document order, from 1: the key of maps by node. In saxon-js
    generate-id() counts the siblings before the node, so that a paragraph of 10,000 words takes 100
    times as long as one of 1,000; an accumulator counts all of them once.
  -->
  <xsl:accumulator name="m:number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:node-number" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/accumulator-before('m:number')"/>
  </xsl:function>
</xsl:stylesheet>
