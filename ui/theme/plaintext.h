// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QAction;
class QMessageBox;

/// Qt's labels, tool tips and message boxes guess whether a text is HTML. Names and texts come from devices nobody trusts, so here
/// nothing guesses: every label, tool tip and message box of the workstation is made with these.
namespace Sonde::Client {

/// A text whose lines break where a reader expects it: neither between a number and its unit ("96 ms") nor within an option ("-auto").
[[nodiscard]] QString unbroken(const QString &text);

/// A label that shows its text as it is. `setBuddy` and the like as usual. What keeps a line from breaking, or lets a hash break, is there
/// for the eye alone: it is neither in text() nor in what is copied or read out.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr);
    explicit PlainLabel(QWidget *parent)
        : PlainLabel(QString(), parent)
    {
    }

    void setText(const QString &text);
    void clear() { setText({}); }
    [[nodiscard]] QString text() const;
    void setWordWrap(bool wraps);
    /// Of its text on one line. Its size hint would remember what it had to be at least before.
    [[nodiscard]] int textWidth() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showText();
    void copy() const;

    QString m_text;
    QString m_shown;  ///< the same, for the eye
    QString m_spoken; ///< set as the name by itself; empty when what is shown is the text
};

/// A one-line label that ends in … where there is no room; the whole text is its tool tip then.
class ElidedLabel final : public PlainLabel
{
    Q_OBJECT

public:
    using PlainLabel::PlainLabel;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;
};

/// A label whose text changes often, a clock for example: as long as the new text needs the room that the old one did, nothing around it
/// is laid out anew. It is as large as its text, and no larger.
class SteadyLabel final : public PlainLabel
{
    Q_OBJECT

public:
    explicit SteadyLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    void clear() { setText({}); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();

    int m_advance = -1; ///< of the text it was fitted to
};

/// `text` for setToolTip() and Qt::ToolTipRole: shown as it is, whatever it looks like; wraps when long.
[[nodiscard]] QString plainToolTip(const QString &text);

/// A tool tip that a screen reader says too, as the widget's description: from the tool tip alone it would read out the tags.
void setHint(QWidget *widget, const QString &text);
/// The name of what shows only an icon, for mouse and screen reader.
void setNameAndHint(QWidget *widget, const QString &name);

/// Whether it can be used; `whyNot` is empty, or a sentence that is said wherever somebody comes by it: as the tool tip, in the status
/// line, and by a screen reader (ui/keys/whynot.h).
void setUsable(QAction &action, const QString &whyNot);
/// The same of a button, whose hint it is.
void setUsable(QWidget &button, const QString &whyNot);

/// The text of a menu or action as it reads in a list.
[[nodiscard]] QString withoutMnemonic(QString text);

/// Makes a message box show its text and details as they are, and all of them. Call it once they are set.
void showPlain(QMessageBox &box);

} // namespace Sonde::Client
