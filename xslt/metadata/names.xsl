<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    Names as bibliographies write them. A party whose parts are not known (people.xsl) is never taken apart: it stands as it is called.
  -->

  <!-- "de la Cruz" -->
  <xsl:function name="f:family" as="xs:string?">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="$party?family ! string-join(($party?particle, .), ' ')"/>
  </xsl:function>

  <!-- "Fox, Edward J., Jr." -->
  <xsl:function name="f:inverted" as="xs:string">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="if (exists($party?family)) then string-join((f:family($party), $party?given, $party?suffix), ', ') else $party?name"/>
  </xsl:function>

  <!-- "Fox, E. J., Jr." -->
  <xsl:function name="f:with-initials" as="xs:string">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="if (exists($party?family)) then string-join((f:family($party), $party?given ! fp:initials(.), $party?suffix), ', ') else $party?name"/>
  </xsl:function>

  <!-- "Jean-Paul Q." is "J.-P. Q." -->
  <xsl:function name="fp:initials" as="xs:string">
    <xsl:param name="given" as="xs:string"/>
    <xsl:variable name="initials" as="xs:string*">
      <xsl:for-each select="tokenize($given)">
        <xsl:sequence select="string-join(tokenize(., '-')[. ne ''] ! (substring(., 1, 1) || '.'), '-')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($initials, ' ')"/>
  </xsl:function>

  <!-- "A", "A and B", "A, B and C", with the last two joined as the caller says: `and`, or `, and`. -->
  <xsl:function name="f:listed" as="xs:string?">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="last" as="xs:string"/>
    <xsl:sequence select="
      if (count($names) le 1) then $names
      else string-join($names[position() lt last()], ', ') || $last || $names[last()]"/>
  </xsl:function>
</xsl:stylesheet>
