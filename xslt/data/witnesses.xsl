<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The witnesses of a document for the edition's list: letter, address on the document's page, and
    the description in one line.
  -->

  <xsl:function name="f:witness-data" as="map(*)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="f:witnesses($header)">
      <xsl:variable name="manuscript" select="descendant-or-self::msDesc[1]"/>
      <xsl:variable name="shelfmark" select="string-join($manuscript/msIdentifier/(repository
        | collection | idno[not(@type and preceding-sibling::idno)]) ! normalize-space(.), ', ')"/>
      <xsl:sequence select="map{
        'siglum': fp:text((@n, @xml:id)[1]),
        'anchor': f:anchor(.),
        'description': ($shelfmark[. ne ''],
          normalize-space(string-join(node() except (listWit, witness))))[1]}"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
