<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:f="urn:siglum:function" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The readings of a choice: the stated one, and the others. -->

  <!-- The stated reading of a choice: corrected, regularized, expanded, else the first. -->
  <xsl:function name="f:reading-of-choice" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="
      ($choice/(corr | reg | expan)[normalize-space(.) ne ''], $choice/(corr | reg | expan),
      f:levels($choice)[last()], $choice/*)[1]"/>
  </xsl:function>

  <!--
    The levels of a transcribed word in Menota (me:facs, me:dipl, me:norm), the nearest to the
    manuscript first: the normalized word is the stated reading. Levels with the same letters are
    one.
  -->
  <xsl:function name="f:levels" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:if test="exists($choice/*[namespace-uri() eq 'http://www.menota.org/ns/1.0'])">
      <xsl:for-each-group select="('facs', 'dipl', 'norm')
        ! (for $name in . return $choice/*[local-name() eq $name])"
        group-by="normalize-space(.)">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:function>

  <!-- The readings beside the stated one. -->
  <xsl:function name="f:other-readings" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="levels" select="f:levels($choice)"/>
    <xsl:sequence select="
      (if (exists($levels)) then $levels else $choice/*) except f:reading-of-choice($choice)"/>
  </xsl:function>
</xsl:stylesheet>
