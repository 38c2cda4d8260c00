<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:data"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The headings within a text that have an address, for the list of contents, without the page's
    own. A division without a heading, for example a scene or a chapter of Perseus, has its kind and
    number as title.
  -->
  <xsl:function name="f:contents" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="title" select="$text[1] ! f:title-heading(root(.))"/>
    <xsl:variable name="above" select="if (exists($title)) then 1 else 0"/>
    <xsl:for-each select="
      $text//(child::div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7)
      [not(@type = 'document')]">
      <xsl:variable name="heading" select="head[1][normalize-space() ne '']"/>
      <xsl:variable name="words" select="
        if ($heading) then f:running-text($heading) else f:division-name(.)[. ne '']"/>
      <xsl:variable name="anchor" select="f:anchor(($heading, .)[1])"/>
      <xsl:if test="exists($words) and exists($anchor) and not($heading is $title)">
        <xsl:sequence select="
          map{'anchor': $anchor, 'text': $words, 'level': max((1, fp:depth(.) - $above))}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:depth" as="xs:integer">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="count($division/ancestor-or-self::*[self::div
      or self::div0 or self::div1 or self::div2 or self::div3 or self::div4 or self::div5
      or self::div6 or self::div7])"/>
  </xsl:function>

  <!-- The words of an element without its notes, in the stated reading. -->
  <xsl:function name="f:running-text" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:words($element)"/>
  </xsl:function>
</xsl:stylesheet>
