"""The ties between the cards and the words of the article, walked both ways."""

from playwright.sync_api import Page, expect

from support.browsing import ending
from support.looks import background_of, expect_in_view


def test_reader_walks_from_quotation_to_its_words_and_back(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    card = page.locator("figure.quotation", has_text="To our army stationed on the border")
    quote_id = card.get_attribute("id")
    before = background_of(page, f"#{quote_id}-words")

    card.locator(".card-foot").get_by_role("link", name="in the article, paragraph 9").click()

    expect(page).to_have_url(ending(f"#{quote_id}-words"))
    expect_in_view(page, f"{quote_id}-words")
    words = page.locator(f"#{quote_id}-words")
    assert words.text_content() == card.locator("q").first.text_content()
    assert background_of(page, f"#{quote_id}-words") != before

    block = page.locator(".block", has=words)
    block.locator(f'.notes a[href="#{quote_id}"]').click()

    expect(page).to_have_url(ending(f"#{quote_id}"))
    expect_in_view(page, quote_id)


def test_reader_walks_from_mention_to_party_card_and_back(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    mention = page.locator(".the-article a.mention", has_text="US Africa Command").first
    mention_id = mention.get_attribute("id")

    mention.click()

    expect(page).to_have_url(ending("#party-africom"))
    expect_in_view(page, "party-africom")
    page.locator(f'#party-africom a[href="#{mention_id}"]').click()
    expect_in_view(page, mention_id)


def test_reader_walks_from_date_in_article_to_timeline_and_back(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    page.locator(".the-article a.when", has_text="on Thursday").click()
    card = page.locator(":target")
    expect(card).to_contain_text("4 April 2019")
    card.locator(".event-known a").first.click()
    page.wait_for_url("**#date-*-when")
    expect(page.locator(":target")).to_have_text("on Thursday")


def test_every_card_is_reached_from_the_words_that_it_links_to(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    lost = page.evaluate(
        """() => {
            const lost = [];
            for (const link of document.querySelectorAll('.to-words')) {
                const words = document.getElementById(link.hash.slice(1));
                const cards = '.party, .quotation, .event, .key-points > li, .relations tr, .not-speech li';
                const id = link.closest(cards).id, quote = link.hash.match(/^#(quote-\\d+)/)?.[1];
                const back = [...words.closest('.block').querySelectorAll('.notes a, a.mention')];
                if (!back.some(each => [id, quote].includes(each.hash.slice(1)))) lost.push(link.hash + ' ' + id);
            }
            return lost;
        }"""
    )
    assert page.locator(".to-words").count() > 30
    assert lost == []
