<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Transcribed speech (Guidelines 8), and descriptions of films and stages: utterances, pauses,
    sounds.
  -->

  <!-- The speaker, by name if the file lists the speakers. -->
  <xsl:template match="u">
    <div class="{f:class(., 'u')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:variable name="speakers" select="for $pointer in tokenize(@who)
        return f:speaker($pointer, .)"/>
      <xsl:if test="exists($speakers)"><span class="speaker added">{string-join($speakers,
        ', ')}: </span></xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="annotationBlock">
    <div class="annotationBlock">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Sounds and actions beside the words are in brackets that are not the source's. -->
  <xsl:template match="(writing | vocal | kinesic | incident)/desc[f:needs-space-after(.)]">
    <xsl:next-match/>
    <span class="added">{' '}</span>
  </xsl:template>

  <xsl:template match="pause | vocal | kinesic | incident | shift | writing">
    <xsl:variable name="words" select="normalize-space() ne ''"/>
    <xsl:element name="{f:box(., 'span')}">
      <xsl:attribute name="class" select="'sound ' || local-name()"/>
      <xsl:for-each select="@dur"><xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <span class="added">[{if ($words) then () else string-join((f:say-or('sound.' || local-name(),
        local-name()), @type, @feature, @new), ' ')}</span>
      <xsl:apply-templates/>
      <span class="added">]</span>
    </xsl:element>
  </xsl:template>

  <!-- The features of a word or another unit that is marked as such (Guidelines 19). -->
  <xsl:template match="fs" priority="1">
    <xsl:element name="{f:box(., 'span')}">
      <xsl:attribute name="class" select="'fs'"/>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
      <xsl:for-each select="f:mark-after-features(.)"><span class="added">{.}</span></xsl:for-each>
    </xsl:element>
  </xsl:template>
  <xsl:template match="fs/f" priority="18">
    <xsl:if test="normalize-space() ne ''">
      <xsl:for-each select="f:mark-before-feature(.)[. ne '']"><span
        class="added">{.}</span></xsl:for-each>
      <span class="f">
        <xsl:for-each select="@name"><xsl:attribute name="title" select="."/></xsl:for-each>
        <xsl:sequence select="f:identity(.)"/>
        <xsl:apply-templates/>
      </span>
    </xsl:if>
  </xsl:template>
  <xsl:template match="fs/text()[normalize-space() eq '']" priority="31"/>

  <xsl:template match="sound | view | camera | tech | caption">
    <xsl:element name="{if (parent::p or parent::l or parent::ab or parent::head or parent::stage
      or parent::speaker) then 'span' else 'div'}">
      <xsl:attribute name="class" select="f:class(., ('stage', local-name()))"/>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- An entrance or exit that only the encoder notes. -->
  <xsl:template match="move">
    <xsl:sequence select="f:place(.)"/>
    <xsl:if test="@type"><span class="stage added">[{@type}{string-join(tokenize(@who) ! (' '
      || f:speaker(., current()/.)))}]</span></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
