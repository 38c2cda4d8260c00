<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- White space at the edges of inline elements that is only layout of the file. -->

  <!-- Elements with layout white space at their edges. -->
  <xsl:variable name="f:bracketed" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
    'persName orgName placeName name rs term date hi ref') ! map{.: true()})"/>

  <!--
    The text at the edge of a name or another inline element, without the white space between it and
    a bracket outside: "(<persName> <hi>Ada</hi></persName>)".
  -->
  <xsl:function name="f:within-brackets" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="before" select="
      $text[empty(preceding-sibling::node())]/../preceding-sibling::node()[1]/self::text()"/>
    <xsl:variable name="after" select="
      $text[empty(following-sibling::node())]/../following-sibling::node()[1]/self::text()"/>
    <xsl:variable name="started" select="
      if (matches($before, '[(\[]$')) then replace($text, '^\s+', '') else string($text)"/>
    <xsl:sequence select="
      if (matches($after, '^[)\]]')) then replace($started, '\s+$', '') else $started"/>
  </xsl:function>

  <xsl:function name="f:has-open-edge" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
      (empty($text/preceding-sibling::node()[1]) and matches($text, '^\s'))
      or (empty($text/following-sibling::node()[1]) and matches($text, '\s$'))"/>
  </xsl:function>

  <!-- Layout of the file between a word and the mark of punctuation that closes it. -->
  <xsl:function name="f:is-before-closing-mark" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="normalize-space($text) eq '' and contains($text, '&#10;')
      and matches($text/following-sibling::*[1], '^\s*[,.;:!?)\]’”»]+\s*$')"/>
  </xsl:function>
</xsl:stylesheet>
