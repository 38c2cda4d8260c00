<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What editors added, left out, doubted or corrected: told apart by class, the words kept. -->

  <xsl:template match="supplied | unclear | add | del | surplus | damage | corr | sic | orig | reg | expan | abbr">
    <xsl:variable name="name" select="(map{'del': 'del', 'surplus': 'del', 'add': 'ins', 'abbr': 'abbr'}(local-name()), 'span')[1]"/>
    <xsl:element name="{f:box(., $name)}">
      <xsl:attribute name="class" select="string-join((local-name(), f:certainty(.), f:rendition(.)), ' ')"/>
      <xsl:for-each select="fp:remark(.)[. ne '']"><xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Why, where on the leaf, how much: "Illegible, 2 words". -->
  <xsl:function name="fp:remark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="amount" select="$element/@quantity ! (. || ' ' || $element/@unit/f:say-or('unit.' || ., string(.)))"/>
    <xsl:sequence select="string-join((
      $element/@reason ! f:say-or('reason.' || ., string(.)),
      $element/(self::add | self::note)/@place ! f:say-or('written.' || ., string(.)),
      $element/(self::del/@rend | self::damage/@agent) ! f:say-or('manner.' || ., string(.)),
      ($amount, $element/@extent)[1]), ', ')"/>
  </xsl:function>

  <xsl:template match="gap">
    <span class="gap">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="fp:remark(.)[. ne '']"><xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:apply-templates/>
      <xsl:if test="normalize-space() eq ''">
        <span class="added">{f:say('gap')}</span>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="gap/desc | space/desc">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="space">
    <span class="space added">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="fp:remark(.)[. ne '']"><xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:text>{f:say('space')}</xsl:text>
    </span>
  </xsl:template>

  <!-- Both readings stand on the page, the source's first; the other one is set apart by the style sheet, which can show one of them alone. -->
  <xsl:template match="choice">
    <span class="choice">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates select="sic | orig | abbr | unclear[1]"/>
      <xsl:for-each select="* except (sic | orig | abbr | unclear[1])">
        <span class="alternative"><xsl:apply-templates select="."/></span>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="subst">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="subst[@xml:id]">
    <xsl:element name="{f:box(., 'span')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
