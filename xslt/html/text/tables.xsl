<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Tables. The frame can be scrolled on a narrow screen, with the keyboard too. -->

  <xsl:template match="table">
    <div class="table" role="region" tabindex="0" aria-label="{(normalize-space(head[1])[. ne ''],
      fp:table-name(.))[1]}">
      <table>
        <xsl:sequence select="f:look(.), f:identity(.)"/>
        <xsl:apply-templates select="head"/>
        <tbody>
          <xsl:apply-templates select="row"/>
        </tbody>
      </table>
    </div>
    <!-- Content after the last row, or in a table without rows. -->
    <xsl:apply-templates select="*[f:is-stray(.)][empty(following-sibling::row[1])]"/>
  </xsl:template>

  <!-- "Table 2": regions of a page are distinguished by their names. -->
  <xsl:function name="fp:table-name" as="xs:string">
    <xsl:param name="table" as="element()"/>
    <xsl:sequence select="string-join((f:say('table'),
      $fp:unnamed-tables(f:node-number($table))[map:size($fp:unnamed-tables) gt 1]), ' ')"/>
  </xsl:function>

  <xsl:variable name="fp:unnamed-tables" as="map(*)">
    <xsl:map>
      <xsl:for-each select="/*//table[normalize-space(head[1]) eq '']">
        <xsl:map-entry key="f:node-number(.)" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:template match="table/head">
    <caption>
      <xsl:sequence select="f:identity(.), f:stray-before(.)"/>
      <xsl:apply-templates/>
    </caption>
  </xsl:template>

  <xsl:template match="table/head[preceding-sibling::head]"/>

  <xsl:template match="table/head[not(preceding-sibling::head)][following-sibling::head]">
    <caption>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="../head">
        <div><xsl:sequence select="f:stray-before(.)"/><xsl:apply-templates/></div>
      </xsl:for-each>
    </caption>
  </xsl:template>

  <xsl:template match="row">
    <tr>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates select="cell"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell">
    <xsl:element name="{if (@role eq 'label' or ../@role eq 'label') then 'th' else 'td'}">
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:if test="../@role eq 'label'"><xsl:attribute name="scope" select="'col'"/></xsl:if>
      <xsl:if test="@role eq 'label' and not(../@role eq 'label')"><xsl:attribute name="scope"
        select="'row'"/></xsl:if>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger]"><xsl:attribute name="colspan"
        select="."/></xsl:for-each>
      <xsl:for-each select="@rows[. castable as xs:positiveInteger]"><xsl:attribute name="rowspan"
        select="."/></xsl:for-each>
      <xsl:if test="empty(preceding-sibling::cell[1])">
        <xsl:sequence select="f:stray-before(..)"/>
      </xsl:if>
      <xsl:apply-templates select="preceding-sibling::*[1][self::pb]"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
