<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    A file with letters listed in its header (Correspondence Metadata Interchange Format): each
    letter with sender, recipient, day and place, and a link to its edition.
  -->
  <xsl:function name="f:letter-list" as="element()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="letters" select="$header/profileDesc/correspDesc"/>
    <xsl:if test="exists($letters[2])">
      <ol class="letter-list">
        <xsl:for-each select="$letters">
          <li>
            <xsl:sequence select="f:identity(.)"/>
            <xsl:for-each select="correspAction">
              <xsl:if test="position() gt 1"><span class="added"> → </span></xsl:if>
              <xsl:for-each select="*[normalize-space() ne '' or self::date[f:date-text(.)]]">
                <xsl:if test="position() gt 1">, </xsl:if>
                <xsl:apply-templates mode="m:name-in-header" select="."/>
              </xsl:for-each>
            </xsl:for-each>
            <xsl:for-each select="note[normalize-space() ne '']">
              <xsl:text>. </xsl:text><xsl:apply-templates/>
            </xsl:for-each>
            <xsl:for-each select="@ref[matches(., '^https?://')]">
              <xsl:text> · </xsl:text>
              <a class="ref" href="{.}">{f:target-words(., ..)}</a>
            </xsl:for-each>
            <xsl:for-each select="correspContext/(ref | ptr)[@target]">
              <xsl:text> · </xsl:text>
              <xsl:apply-templates select="."/>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
