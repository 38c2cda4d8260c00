<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The headings within a text that have an address, for the list of contents. -->

  <xsl:function name="f:contents" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <xsl:for-each select="$text//div[not(@type = 'document')]/head[1]">
      <xsl:sequence select="map{'anchor': f:anchor(.), 'text': f:running-text(.), 'level': count(ancestor::div) - 1}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The words of an element without its notes. -->
  <xsl:function name="f:running-text" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <!-- The walk back to the notes is dear, and few headings and citations hold one. -->
    <xsl:sequence select="normalize-space(
      if (empty($element//note)) then $element else string-join($element//text()[empty(ancestor::note[. >> $element])]))"/>
  </xsl:function>
</xsl:stylesheet>
