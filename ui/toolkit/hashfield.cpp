// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/hashfield.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QToolButton>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto SaidCopied = 1500ms;

} // namespace

/// As high as its lines, in whatever width it is given.
class HashField::Text final : public QPlainTextEdit
{
public:
    explicit Text(QWidget *parent)
        : QPlainTextEdit(parent)
    {
        setReadOnly(true);
        setFrameShape(QFrame::NoFrame);
        setTabChangesFocus(true);
        setUndoRedoEnabled(false);
        setWordWrapMode(QTextOption::WrapAnywhere);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        document()->setDocumentMargin(0);
        viewport()->setAutoFillBackground(false);
        viewport()->setCursor(Qt::IBeamCursor);
    }

    void fit()
    {
        const QFontMetrics metrics(font());
        int lines = 0;
        int widest = 0;
        for (const QStringView line : QStringView(m_shown).split(u'\n')) {
            const int width = metrics.horizontalAdvance(line.toString());
            lines += std::max(1, (width + viewport()->width() - 1) / std::max(1, viewport()->width()));
            widest = std::max(widest, width);
        }
        m_widest = widest;
        setFixedHeight(lines * metrics.lineSpacing() + 2);
        updateGeometry();
    }

    void show(const QString &text)
    {
        m_shown = text;
        setPlainText(text);
        fit();
    }

    [[nodiscard]] QSize sizeHint() const override { return {m_widest + 2, height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 8, height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QPlainTextEdit::resizeEvent(event);
        fit();
    }

    // Lines were broken for the eye.
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override
    {
        auto *data = new QMimeData;
        data->setText(textCursor().selectedText().remove(QChar::ParagraphSeparator).remove(QChar::LineSeparator));
        return data;
    }

private:
    QString m_shown;
    int m_widest = 0;
};

bool isHash(const QString &text)
{
    constexpr std::array digits{32, 40, 64, 128};
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return std::ranges::contains(digits, text.size()) && std::ranges::all_of(text, isDigit);
}

HashButton::HashButton(
    const QString &hash, const QString &name, std::function<int(int)> end, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_end(std::move(end))
    , m_theme(theme)
    , m_copy(new QToolButton(this))
{
    setRole(m_copy, ButtonRole::Quiet);
    m_copy->setFocusPolicy(Qt::NoFocus); // the menu of the row copies, too
    m_copied.setSingleShot(true);
    m_copied.setInterval(SaidCopied);
    connect(m_copy, &QAbstractButton::clicked, this, [this, hash] {
        QApplication::clipboard()->setText(hash);
        m_copied.start();
        restyle();
    });
    connect(&m_copied, &QTimer::timeout, this, &HashButton::restyle);
    connect(&theme, &Theme::changed, this, &HashButton::restyle);
    const auto retranslate = [this, name] { setNameAndHint(m_copy, HashField::tr("Copy %1").arg(name)); };
    retranslate();
    onLanguageChange(this, retranslate);
    restyle();
}

void HashButton::resizeEvent(QResizeEvent *)
{
    m_copy->setFixedSize(room(m_theme), height());
    m_copy->move(std::min(textEnd(), width() - m_copy->width()), 0);
}

int HashButton::room(const Theme &theme)
{
    return theme.scaled(24);
}

void HashButton::restyle()
{
    m_copy->setIconSize(m_theme.scaledIcon(12));
    m_copy->setIcon(
        m_copied.isActive() ? m_theme.icon(u"check"_s, Color::Good) : m_theme.icon(u"copy"_s, Color::DimText));
}

HashField::HashField(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new Text(this))
    , m_copy(new QToolButton(this))
{
    setRole(m_copy, ButtonRole::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_text, 1, Qt::AlignVCenter);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    setFocusProxy(m_text);
    m_copied.setSingleShot(true);
    m_copied.setInterval(SaidCopied);
    connect(m_copy, &QAbstractButton::clicked, this, &HashField::copy);
    connect(&m_copied, &QTimer::timeout, this, &HashField::restyle);
    connect(&theme, &Theme::changed, this, &HashField::restyle);
    restyle();
    retranslate();
    onLanguageChange(this, &HashField::retranslate);
}

void HashField::setHash(const QString &hash, const QString &shown)
{
    if (m_hash == hash && !hash.isEmpty())
        return;
    m_hash = hash;
    m_text->show(shown.isEmpty() ? hash : shown);
    m_copy->setEnabled(!hash.isEmpty());
}

void HashField::setName(const QString &name)
{
    m_name = name;
    retranslate();
}

void HashField::copy()
{
    QApplication::clipboard()->setText(m_hash);
    m_copied.start();
    restyle();
}

void HashField::restyle()
{
    m_text->setFont(m_theme.consoleFont());
    m_text->fit();
    m_copy->setIcon(
        m_copied.isActive() ? m_theme.icon(u"check"_s, Color::Good) : m_theme.icon(u"copy"_s, Color::DimText));
}

void HashField::retranslate()
{
    m_text->setAccessibleName(m_name);
    //: button; %1 is the name of a hash, such as SHA-256
    setNameAndHint(m_copy, tr("Copy %1").arg(m_name));
}

} // namespace Sonde::Client

#include "moc_hashfield.cpp"
