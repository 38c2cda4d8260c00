<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The witnesses of a header: in listWit (Guidelines TC.1.4), or the described manuscripts if there
    is no such list.
  -->

  <xsl:function name="f:witnesses" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="listed" select="
      $header/fileDesc/sourceDesc/descendant::witness"/>
    <xsl:sequence select="if ($listed) then $listed else $header/fileDesc/sourceDesc//msDesc"/>
  </xsl:function>

  <!--
    The letter of a witness, or its replacement: its words where they are nothing but a siglum in
    brackets ("【大】"), its identifier. Empty for a manuscript that is the only one.
  -->
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="witness" as="element()"/>
    <xsl:sequence select="string(($witness/@n,
      $witness/abbr[@type = 'siglum'][normalize-space() ne ''] ! normalize-space(.),
      $witness/self::witness[empty(*)]
        ! normalize-space(.)[matches(., '^[【\[〔]\w{1,4}[】\]〕]$')],
      $witness/f:anchor(.))[1])"/>
  </xsl:function>
</xsl:stylesheet>
