<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Notes: the reference in the text, the note after it, and the link back. Works without scripts.
    The list of notes, and their numbers: ../lib/text/notes.xsl.
  -->

  <xsl:mode name="m:endnote" on-no-match="shallow-skip"/>

  <!--
    Whether the notes have room in the margin, each beside its line or below the note before it.
    Lengths are counted in characters of the text column; a note's column is narrower and set
    smaller (factor), and the parts after the text leave some room below it. A long note is
    collapsed (62-notes.css). A note that would be half a screen below its line has no room.
  -->
  <xsl:variable name="fp:long-note" as="xs:integer" select="640"/>
  <xsl:variable name="fp:half-screen" as="xs:integer" select="1000"/>

  <!-- How much of the margin a note takes, collapsed if it is long. -->
  <xsl:function name="fp:note-room" as="xs:double">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      60 + 1.25 * min((string-length(normalize-space($note)), $fp:long-note))"/>
  </xsl:function>

  <xsl:function name="f:notes-fit" as="xs:boolean">
    <xsl:param name="texts" as="element()*"/>
    <!-- Few and short notes always fit. -->
    <xsl:variable name="needed" as="xs:double" select="sum($f:endnotes
      ! fp:note-room(.))"/>
    <xsl:choose>
      <xsl:when test="$needed le $fp:half-screen"><xsl:sequence select="true()"/></xsl:when>
      <xsl:otherwise>
        <xsl:iterate select="$texts/descendant::node()[self::text()
          or self::note][empty(ancestor::note[map:contains($fp:places, f:node-number(.))])]">
          <xsl:param name="line" as="xs:double" select="0"/>
          <xsl:param name="free" as="xs:double" select="0"/>
          <xsl:param name="drift" as="xs:double" select="0"/>
          <xsl:on-completion select="
            $free le $line + $fp:half-screen and $drift le $fp:half-screen"/>
          <xsl:next-iteration>
            <xsl:with-param name="line" select="if (self::text())
              then $line + string-length(normalize-space(.)) else $line"/>
            <xsl:with-param name="free" select="
              if (self::note[map:contains($fp:places, f:node-number(.))]) then max(($line,
              $free)) + fp:note-room(.) else $free"/>
            <xsl:with-param name="drift" select="
              if (self::note[map:contains($fp:places, f:node-number(.))])
              then max(($drift, $free - $line)) else $drift"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    The reference. Its place among the notes ties the note in the margin to its line
    (pipeline/publish/outputs/notes-beside.ts).
  -->
  <xsl:template match="note[f:is-endnote(.)]">
    <xsl:if test="not(map:contains($f:places-of-notes, f:node-number(.)))"><xsl:sequence
      select="f:note-reference(.)"/></xsl:if>
  </xsl:template>

  <xsl:function name="f:note-reference" as="element()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="anchor" select="f:note-anchor($note)"/>
    <a class="note-ref added" id="ref-{$anchor}" href="#{$anchor}" role="doc-noteref"
      data-note="{$fp:places(f:node-number($note))}">
      <span class="hidden">{f:say('note')} </span>
      <xsl:text>{f:note-number($note)}</xsl:text>
    </a>
  </xsl:function>

  <!-- A reference in the text that is the number of a note elsewhere. -->
  <xsl:template match="ref[$f:has-detached-notes][map:contains($f:notes-at, f:node-number(.))]"
    priority="3">
    <xsl:variable name="notes" as="element(note)+" select="$f:notes-at(f:node-number(.))"/>
    <xsl:variable name="called" as="element(note)?" select="$notes[('#'
      || @xml:id) = current()/@target]"/>
    <xsl:choose>
      <xsl:when test="empty($called)"><xsl:next-match/></xsl:when>
      <xsl:when test="normalize-space() eq ''"><xsl:sequence select="f:place(.),
        f:note-reference($called)"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="anchor" select="f:note-anchor($called)"/>
        <xsl:sequence select="f:place(.)"/>
        <a class="note-ref" id="ref-{$anchor}" href="#{$anchor}" role="doc-noteref"
          data-note="{$fp:places(f:node-number($called))}">
          <span class="hidden added">{f:say('note')} </span>
          <xsl:value-of select="."/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="($notes except $called) ! f:note-reference(.)"/>
  </xsl:template>

  <xsl:template match="ptr[$f:has-detached-notes][map:contains($f:notes-at, f:node-number(.))]"
    priority="3">
    <xsl:variable name="notes" as="element(note)+" select="$f:notes-at(f:node-number(.))"/>
    <xsl:choose>
      <xsl:when test="$notes[('#' || @xml:id) = current()/@target]"><xsl:sequence
        select="f:place(.)"/></xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="$notes ! f:note-reference(.)"/>
  </xsl:template>

  <xsl:template mode="m:endnote" match="note">
    <xsl:variable name="anchor" select="f:note-anchor(.)"/>
    <xsl:variable name="is-long" select="string-length(normalize-space()) gt $fp:long-note"/>
    <li class="{string-join(('note', @type/tokenize(.) ! ('note-' || .), 'long'[$is-long]), ' ')}"
      id="{$anchor}" data-note="{$fp:places(f:node-number(.))}">
      <xsl:sequence select="ancestor-or-self::*[@xml:lang][1]/@xml:lang[. is current()/@xml:lang
        or f:direction(.) eq 'rtl'] ! f:language(.)"/>
      <span class="note-number added">{f:note-number(.)}</span>
      <div class="note-text">
        <xsl:if test="@type = 'textual'"><span
          class="note-kind added">{f:say('note.textual')} </span></xsl:if>
        <xsl:apply-templates mode="m:note-text" select="."/>
      </div>
      <a class="note-back added" href="#ref-{$anchor}" role="doc-backlink"
        aria-label="{f:say('note.back', map{'n': f:note-number(.)})}">↩</a>
    </li>
  </xsl:template>

  <xsl:mode name="m:note-text" on-no-match="shallow-skip"/>
  <xsl:template mode="m:note-text" match="note">
    <xsl:for-each-group select="node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(exists(current-group()[self::*
          or normalize-space() ne '']))">
          <xsl:apply-templates mode="m:text" select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:apply-templates mode="m:text" select="current-group()"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Within a note only the address of the note is visible; its paragraphs have theirs. -->
  <xsl:template match="note/p[not(list or table or figure or lg)]" priority="1">
    <p>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- The same note in several languages, for example: each of them separately. -->
  <xsl:template match="noteGrp">
    <xsl:sequence select="f:place(.)"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A remark in the line is separate from the word before it. -->
  <xsl:template match="note[not(f:is-endnote(.))]">
    <xsl:if test="matches(preceding-sibling::node()[1], '[^\s(\[]$') and matches(.,
      '^[\p{L}\p{N}]')">
      <span class="added"><xsl:text> </xsl:text></span>
    </xsl:if>
    <span class="note-inline">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- A remark between blocks, or one that contains blocks itself. -->
  <xsl:template match="note[not(f:is-endnote(.))][*[f:is-block(.)] or parent::div or parent::body]">
    <div class="note-inline" role="note">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates mode="m:note-text" select="."/>
    </div>
  </xsl:template>
</xsl:stylesheet>
