<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Which notes stand apart from the text, and by what number and address they are known: for pages and texts alike. -->

  <!-- A note of the print stands apart from the text; an editor's inline remark is a part of the line, a note on readings of their entry. -->
  <xsl:function name="f:is-endnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@place = 'inline' or $note/@type = 'editorial' or $note/parent::*[self::app or self::rdgGrp or self::listApp])"/>
  </xsl:function>

  <!-- The notes of the document at hand, in order; counted once. Those without a number or an identifier get their place in it. -->
  <xsl:variable name="f:endnotes" as="element(note)*" select="f:texts(/)//note[f:is-endnote(.)]"/>
  <xsl:variable name="fp:places" as="map(xs:string, xs:integer)"
    select="map:merge(for $place in 1 to count($f:endnotes) return map{generate-id($f:endnotes[$place]): $place})"/>

  <xsl:function name="f:note-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(($note/@n, '*' || $fp:places(generate-id($note)))[1])"/>
  </xsl:function>

  <xsl:function name="f:note-anchor" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(f:anchor($note), 'note-' || $fp:places(generate-id($note)))[1]"/>
  </xsl:function>
</xsl:stylesheet>
